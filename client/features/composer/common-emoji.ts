const listed =
  'smile 🙂|laugh 😂|grin 😀|wink 😉|love 😍|kiss 😘|think 🤔|surprised 😮|sad 🙁|cry 😢|angry 😠|tired 😩|sleep 😴|' +
  'sick 🤒|cool 😎|shrug 🤷|facepalm 🤦|hug 🤗|skull 💀|ghost 👻|clown 🤡|robot 🤖|heart ❤️|black heart 🖤|green heart 💚|' +
  'purple heart 💜|broken heart 💔|thumbs up 👍|thumbs down 👎|clap 👏|raised fist ✊|raised hand ✋|wave 👋|thanks 🙏|' +
  'strong 💪|handshake 🤝|point right 👉|eyes 👀|fire 🔥|star ⭐|sparkles ✨|party 🎉|flag 🏴|red flag 🚩|rainbow 🌈|sun ☀️|' +
  'moon 🌙|cloud ☁️|rain 🌧️|snow ❄️|earth 🌍|tree 🌳|seedling 🌱|rose 🌹|cat 🐈|dog 🐕|bird 🐦|bee 🐝|fox 🦊|' +
  'bread 🍞|apple 🍎|tea 🍵|coffee ☕|beer 🍺|cake 🍰|bicycle 🚲|train 🚆|tent ⛺|house 🏠|book 📖|pencil ✏️|megaphone 📣|' +
  'bell 🔔|lock 🔒|key 🔑|hammer 🔨|wrench 🔧|scissors ✂️|bulb 💡|camera 📷|music 🎵|game 🎲|ball ⚽|' +
  'check ✅|cross ❌|warning ⚠️|question ❓|exclamation ❗|hundred 💯|zzz 💤'

/** Signs that every device can show, and the words by which one looks for them. */
export const common: readonly { sign: string; name: string }[] = listed.split('|').map((one) => {
  const at = one.lastIndexOf(' ')
  return { name: one.slice(0, at), sign: one.slice(at + 1) }
})
