import { z } from 'zod'
import { flag } from '../../http/forms.ts'
import { del, get, patch, post, put, type Route } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import { choose } from './choose.ts'
import { addTopic, changeTopic, retireTopic } from './edit-topic.ts'
import { choicesForm, newTopicForm, stopListForm, topicForm } from './forms.ts'
import { readChoices, readTopics, readWarningStats } from './present.ts'
import { changeStopList, readStopList } from './stop-list.ts'
import { suggestWords } from './suggest.ts'

const root = '/api/community/v1/warnings'
const topics = `${root}/topics`

const whichTopics = z.object({ retired: flag.optional() })
const beginning = z.object({ q: z.string().max(limits.warningLabel).default('') })

const topicRoutes: readonly Route[] = [
  get(
    topics,
    {
      access: 'public',
      form: whichTopics,
      summary: 'The topics that the composer offers for a content warning; with `retired`, all that posts may have.',
    },
    (ctx, { form }) => readTopics(ctx, form),
  ),
  post(
    topics,
    { access: 'member', may: 'topics', form: newTopicForm, summary: 'Adds a topic at the end.' },
    (ctx, { form }) => addTopic(ctx, form),
  ),
  patch(
    `${topics}/:slug`,
    {
      access: 'member',
      may: 'topics',
      form: topicForm,
      summary: 'Changes a topic: its words, its place, whether it is offered.',
    },
    (ctx, { form }) => changeTopic(ctx, form),
  ),
  del(
    `${topics}/:slug`,
    {
      access: 'member',
      may: 'topics',
      form: z.object({ slug: z.string() }),
      summary: 'No longer offers a topic; posts keep its label.',
    },
    (ctx, { form }) => retireTopic(ctx, form.slug),
  ),
]

/** Content warnings: the topics, what readers do with them, and words to warn with. */
export const warningRoutes: readonly Route[] = [
  ...topicRoutes,
  get(
    `${root}/choices`,
    { access: 'member', scope: 'read:filters', summary: 'How one meets content warnings: by topic, by person, else.' },
    (ctx, { viewer }) => readChoices(ctx, viewer.accountId),
  ),
  put(
    `${root}/choices`,
    {
      access: 'member',
      scope: 'write:filters',
      form: choicesForm,
      summary: 'Changes how one meets warnings: what is not named stays, null takes a choice away.',
    },
    (ctx, { viewer, form }) => choose(ctx, viewer, form),
  ),
  get(
    `${root}/suggestions`,
    {
      access: 'member',
      form: beginning,
      limit: 'check',
      summary: 'Words to warn with that begin so: topics, and what at least three people here used in public lately.',
    },
    (ctx, { form }) => suggestWords(ctx, form.q),
  ),
  get(
    `${root}/stop-list`,
    { access: 'member', may: 'topics', summary: 'Words of warnings that are offered to nobody.' },
    (ctx) => readStopList(ctx),
  ),
  put(
    `${root}/stop-list`,
    { access: 'member', may: 'topics', form: stopListForm, summary: 'Puts another list in its place.' },
    (ctx, { form }) => changeStopList(ctx, form),
  ),
  get(
    `${root}/stats`,
    { access: 'member', may: 'topics', summary: 'The share of posts with a warning, and the most used topics.' },
    (ctx) => readWarningStats(ctx),
  ),
]
