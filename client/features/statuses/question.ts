import { createSignal } from 'solid-js'
import type { PausesAsked } from '../pauses/questions.tsx'
import type { Asked } from '../relations/question.tsx'

/** What is asked or shown about a post. */
export type AboutPost = { about: 'delete' | 'redraft' | 'history' | 'delivery' | 'boost' | 'filter'; statusId: string }

/** In which lists somebody is, or which languages of theirs one reads. */
export type ListsAsked = { about: 'lists' | 'languages'; accountId: string }

/** Something that is asked about before it is done, to a post or to a person. */
export type Question = AboutPost | ListsAsked | PausesAsked | Asked

const [question, ask] = createSignal<Question>()

/** The question that stands open; a page shows it in one dialog, whichever post or profile it came from. */
export { ask, question }
