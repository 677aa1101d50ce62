import { session } from '../session/session.ts'

const wantsStill = () =>
  document.documentElement.dataset.motion === 'less' || matchMedia('(prefers-reduced-motion: reduce)').matches

/** Whether pictures that move do so by themselves: only where the member chose it, and this device wants no calm. */
export const playsByItself = (): boolean => session()?.autoplay_gifs === true && !wantsStill()
