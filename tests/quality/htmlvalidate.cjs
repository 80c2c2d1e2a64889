// What html-validate judges the pages by: all it recommends, but for what is said here.
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // HTML lets the word be written either way; ours is written like every other tag.
    "doctype-style": ["error", { style: "lowercase" }],
    // A page bears the name of its station, however long that is.
    "long-title": "off",
    // Several needs may be asked for at once; a form then sends the name as often.
    "form-dup-name": ["error", { shared: ["checkbox", "radio", "submit", "button", "reset"] }],
    // Its cure, a non-breaking space, is meant for digits; our links to telephones are words (急救 120) that may wrap.
    "tel-non-breaking": "off",
  },
};
