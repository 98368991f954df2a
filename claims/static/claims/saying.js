// Says something where messages stand, in the place of those that stand there.

const messages = document.getElementById("messages");

export function say(text, kind = "error") {
  const message = document.createElement("div");
  message.className = `message ${kind}`;
  const words = document.createElement("p");
  words.textContent = text;
  message.append(words);
  messages.replaceChildren(message);
}
