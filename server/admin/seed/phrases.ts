import type { Random } from './random.ts'

/** Words for the blanks of the sentences below. */
const words: Record<string, readonly string[]> = {
  place: [
    'union hall',
    'library',
    'community garden',
    'old laundry',
    'back room of the café',
    'school kitchen',
    'bike shed',
    'park by the canal',
    'print shop',
    'tenants’ office',
  ],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  time: ['at ten', 'at noon', 'at four', 'at half past five', 'at six', 'at seven', 'at eight'],
  group: [
    'tenants’ union',
    'reading group',
    'food co-op',
    'choir',
    'repair café',
    'bus riders’ group',
    'gardeners',
    'strike kitchen',
    'film club',
    'translation circle',
    'allotment committee',
    'nurses’ branch',
  ],
  thing: [
    'folding tables',
    'a sewing machine',
    'paint that is still good',
    'seed potatoes',
    'a ladder',
    'a cargo bike',
    'a projector',
    'big pots',
    'chairs',
    'a banner pole',
    'printer paper',
    'rain covers',
  ],
  book: [
    'the chapter on care work',
    'letters from the 1912 strike',
    'a history of rent strikes',
    'the essay on the commons',
    'poems from the mines',
    'the report on bus fares',
    'the pamphlet on co-operatives',
    'a novel about a shipyard',
  ],
  dish: [
    'lentil soup',
    'rice and beans',
    'potato salad',
    'flatbread',
    'apple cake',
    'vegetable curry',
    'noodles',
    'tomato soup',
  ],
  crop: ['beans', 'tomatoes', 'kale', 'the first strawberries', 'garlic', 'courgettes', 'sunflowers', 'chard'],
  number: ['seven', 'twelve', 'fifteen', 'twenty', 'thirty', 'forty', 'sixty', 'ninety'],
  skill: [
    'how to read a payslip',
    'how to mend a puncture',
    'how to speak in a meeting',
    'how to keep minutes',
    'how to bake for fifty',
    'how to write a leaflet',
    'first aid',
    'how to chair without talking all the time',
  ],
  news: [
    'won a freeze on rents for two years',
    'got the lift repaired at last',
    'kept the library open on Saturdays',
    'agreed on new rules for the keys',
    'found a room for the winter',
    'signed up nine new members',
    'settled the pay dispute',
    'got a bench back in the square',
  ],
  small: [
    'The kettle in the hall works again.',
    'Somebody left flowers at the door.',
    'The choir sounded good from the street.',
    'We had more chairs than people, and then we did not.',
    'It rained and everyone came.',
    'The minutes fit on one page.',
    'Nobody wanted to go home.',
    'A child drew our new logo.',
  ],
  tag: [
    'mutualaid',
    'housing',
    'readinggroup',
    'unions',
    'gardening',
    'foodcoop',
    'libraries',
    'cycling',
    'translation',
    'printing',
    'music',
    'carework',
    'publictransport',
    'repaircafe',
  ],
}

const posts: readonly string[] = [
  'The {group} meets on {day} {time} in the {place}. Tea is there, bring a cup. #{tag}',
  '{group} on {day}: we read {book}. New people are welcome, you need not have read it. #{tag}',
  'Can anyone lend us {thing} until {day}? We bring it back clean. #{tag}',
  'We have {thing} to give away. Come by the {place} on {day}. #{tag}',
  'Thank you to the {number} people who came to the {place} on {day}. {small}',
  'Good news: the {group} {news}. It took months, and it was worth it. #{tag}',
  'Cooked {dish} for {number} people in the {place} today. {small}',
  'Reading {book} on the bus. Slow going, and better for it.',
  'Who knows {skill}? The {group} would like an evening about it, on a {day} if possible. #{tag}',
  'Workshop: {skill}. {day} {time}, in the {place}. No need to sign up. #{tag}',
  'Harvested {crop} with the {group} this morning. There is a box at the {place}, help yourself. #{tag}',
  '{small}',
  'Notes from the {group}: we {news}. The whole minutes hang in the {place}.',
  'Looking for two people to open the {place} on {day} {time}. It is mostly listening.',
  'Question for those who have done this before: how do you share out the work when only {number} people turn up?',
  'The {place} is closed on {day}. Everything else is as ever.',
  'First time at the {group} yesterday. Everyone explained everything twice. {small}',
  'We are collecting for the strike fund until {day}. Every coin is counted by two people. #{tag}',
  'Small thing, but the {group} now has a rota that works. Ask me for the sheet. #{tag}',
  'Planted {crop} behind the {place}. See you in spring. #{tag}',
  'If you can drive a van on {day}, write to me. We have {thing} to move.',
  'Listening back to the recording of the {group}. {small} #{tag}',
  'What should we read after {book}? Nothing over two hundred pages, please.',
  'Leaflets are done: {number} piles lie in the {place}, take one. #{tag}',
]

const replies: readonly string[] = [
  'Count me in for {day}.',
  'We have {thing}, you can fetch them {time}.',
  'Thank you for this. {small}',
  'The {group} had the same question last year; I will look up what we decided.',
  'I can bring {dish}.',
  'Could we move it to {day}? Many of us work then.',
  'That is lovely to hear.',
  'I can do {time}, after my shift.',
  'Ask the {group}, they know {skill}.',
  'Agreed, and let us write it down this time.',
  'Is the {place} open for wheelchairs?',
  'Yes, and there is a ramp at the back door.',
  'I will tell the others.',
]

/** What stands behind a warning of a topic; topics without a text here get an everyday post. */
const warned: Record<string, readonly string[]> = {
  food: [
    'Recipe from the {place}: {dish} for {number}. Start with a lot of onions.',
    'The {group} ate {dish} and then {dish} again.',
  ],
  spoilers: ['So it was the foreman after all. I read the last chapter twice.'],
  meta: ['I like that timelines end here. I read to the end of mine before breakfast.'],
  death: ['We said goodbye to our oldest member on {day}. She kept the minutes for thirty years.'],
  alcohol: ['The {group} brewed its own beer. It is drinkable, said {number} people.'],
  'police-violence': ['The hearing about the {day} march was put off again. The legal team asks for witnesses.'],
  long: [
    'Three things I learned from the {group}. One: ask who is missing. Two: end on time. Three: write down who does what, and read it out before anyone leaves.',
  ],
}

/** The topics that a made-up post may carry a warning of. */
export const warnedTopics: readonly string[] = Object.keys(warned)

const bios: readonly string[] = [
  'I help with the {group}. Mostly in the {place}.',
  'Learning {skill}. Ask me about {crop}.',
  'Reader of {book}. Slow to answer, glad to hear from you.',
  '{group}, {day}s. Tea with milk.',
  'Here to listen, and for {crop}.',
]

const names: readonly string[] = [
  'Alder',
  'Bracken',
  'Clover',
  'Dandelion',
  'Elder',
  'Fern',
  'Gorse',
  'Hazel',
  'Iris',
  'Juniper',
  'Knapweed',
  'Lichen',
  'Mallow',
  'Nettle',
  'Oak',
  'Poppy',
  'Quince',
  'Rowan',
  'Sorrel',
  'Teasel',
  'Umbel',
  'Vetch',
  'Willow',
  'Yarrow',
]

const fill = (random: Random, sentence: string): string =>
  sentence.replace(/\{(\w+)\}/g, (blank, kind: string) => (words[kind] ? random.pick(words[kind]) : blank))

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const say = (random: Random, from: readonly string[]) => capital(fill(random, fill(random, random.pick(from))))

/** An everyday post. */
export const sayPost = (random: Random) => say(random, posts)

/** An answer to one. */
export const sayReply = (random: Random) => say(random, replies)

/** A post that belongs behind a warning of `topic`. */
export const sayWarned = (random: Random, topic: string) => say(random, warned[topic] ?? posts)

/** What somebody says of themselves. */
export const sayBio = (random: Random) => say(random, bios)

/** A name as people show it. */
export const sayName = (random: Random) =>
  random.chance(0.4) ? `${random.pick(names)} ${random.pick(names)}` : random.pick(names)

const hosts: readonly string[] = [
  'commons',
  'garden',
  'harbour',
  'lantern',
  'meadow',
  'orchard',
  'quarry',
  'river',
  'signal',
  'tram',
  'union',
  'weaver',
  'bakery',
  'bridge',
  'chorus',
  'workshop',
]

/** The domain of a server that does not exist (RFC 2606): different for every number. */
export const peerDomain = (number: number) =>
  `${hosts[number % hosts.length]}${Math.floor(number / hosts.length) + 1}.example`
