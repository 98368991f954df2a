// What is said where messages stand, without an answer of the desk.

const messages = document.getElementById("messages");

export function say(text, level = "error") {
  const message = document.createElement("div");
  message.className = `message ${level}`;
  const words = document.createElement("p");
  words.textContent = text;
  message.append(words);
  messages.replaceChildren(message);
}
