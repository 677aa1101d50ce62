/** What a reader can choose for this device: each is an attribute of the page's root, empty where the system decides. */
export type Comfort = 'text' | 'contrast' | 'motion' | 'colours'

const PLACE = 'comfort'

/** What is chosen in this browser, if anything. */
export const chosenComfort = (which: Comfort): string => document.documentElement.dataset[which] ?? ''

/** Chooses for this browser; an empty value leaves it to the system. */
export function chooseComfort(which: Comfort, value: string): void {
  const root = document.documentElement.dataset
  root[which] = value
  const { text = '', contrast = '', motion = '', colours = '' } = root
  localStorage.setItem(PLACE, JSON.stringify({ text, contrast, motion, colours }))
}
