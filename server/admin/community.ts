import { changeSettings } from '../features/settings/change.ts'
import { settingsForm } from '../features/settings/forms.ts'
import { presentSettings } from '../features/settings/present.ts'
import { readSettings } from '../features/settings/queries.ts'
import { setupLink } from '../features/setup/link.ts'
import { readForm } from '../http/forms.ts'
import { type Command, Complaint, isSet, type Typed, text } from './command.ts'

const string = { type: 'string' } as const
const flag = { type: 'boolean' } as const

const texts = [
  'name',
  'statement',
  'purpose',
  'who-runs',
  'question',
  'registrations',
  'contact-email',
  'contact-username',
  'source-url',
] as const

function readMail(typed: Typed) {
  if (isSet(typed, 'no-mail')) return { kind: 'none' }
  const [url, from] = [text(typed, 'smtp-url'), text(typed, 'mail-from')]
  return url === undefined && from === undefined ? undefined : { kind: 'smtp', url, from }
}

const set: Command = {
  takes: `[--name T --statement T --purpose T --who-runs T --question T --registrations open|approval|invite|closed
      --contact-email A --contact-username N --source-url U --min-age N --hosting T --publish-hosting --withhold-hosting
      --smtp-url U --mail-from A | --no-mail]`,
  options: {
    ...Object.fromEntries([...texts, 'min-age', 'hosting', 'smtp-url', 'mail-from'].map((name) => [name, string])),
    'publish-hosting': flag,
    'withhold-hosting': flag,
    'no-mail': flag,
  },
  run(ctx, typed) {
    const { hosting } = readSettings(ctx.db)
    const published = isSet(typed, 'publish-hosting') || (hosting.published && !isSet(typed, 'withhold-hosting'))
    const words = text(typed, 'hosting')
    const touched = words !== undefined || isSet(typed, 'publish-hosting') || isSet(typed, 'withhold-hosting')
    const form = {
      ...Object.fromEntries(texts.map((name) => [name.replaceAll('-', '_'), text(typed, name)])),
      min_age: text(typed, 'min-age'),
      hosting: touched ? { text: words ?? hosting.text, published } : undefined,
      mail: readMail(typed),
    }
    if (Object.values(form).every((value) => value === undefined))
      throw new Complaint('Nothing was named that shall be set.')
    changeSettings(ctx, undefined, readForm(settingsForm, form, false))
    return 'The settings are changed.'
  },
}

const show: Command = {
  takes: '',
  run: (ctx) => JSON.stringify(presentSettings(ctx), undefined, 2),
}

const link: Command = {
  takes: '',
  run(ctx) {
    const made = setupLink(ctx)
    if (!made) throw new Complaint('This community has an owner already, so there is nothing to set up.')
    return made
  },
}

/** What the set-up and the settings page do, without a browser. */
export const communityCommands: Record<string, Command> = {
  'community set': set,
  'community show': show,
  'community setup-link': link,
}
