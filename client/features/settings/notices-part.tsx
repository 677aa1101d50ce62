import { Index } from 'solid-js'
import type { NoticeDoc } from '../../../shared/api/community.ts'
import { texts } from '../../lib/i18n.ts'
import { settings } from '../../locales/en/settings.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField, Tick } from '../../ui/field.tsx'
import { editing, type PartProps } from './editing.ts'
import style from './part.module.css'
import { PartFrame } from './part.tsx'
import { Preview } from './preview.tsx'

const t = texts(settings)

interface Line {
  id?: string
  title: string
  text: string
  domains: string
  shown: boolean
}

const toLine = ({ domains, ...rest }: NoticeDoc): Line => ({ ...rest, domains: domains?.join('\n') ?? '' })

const fromLine = ({ domains, ...rest }: Line): NoticeDoc => {
  const patterns = domains.split(/[\s,]+/).filter((pattern) => pattern !== '')
  return { ...rest, domains: patterns.length > 0 ? patterns : null }
}

/** What newcomers should know, above all about their mail provider. */
export function NoticesPart(props: PartProps) {
  const edit = editing<{ lines: Line[] }>(
    props,
    ({ notices }) => ({ lines: notices.map(toLine) }),
    ({ lines }) => ({ notices: lines.map(fromLine) }),
  )
  const change = (at: number, part: Partial<Line>) =>
    edit.change({ lines: edit.draft.lines.map((line, n) => (n === at ? { ...line, ...part } : line)) })
  const remove = (at: number) => edit.change({ lines: edit.draft.lines.filter((_, n) => n !== at) })
  const add = () => edit.change({ lines: [...edit.draft.lines, { title: '', text: '', domains: '', shown: true }] })

  return (
    <PartFrame id="notices" title={t('notices')} hint={t('noticesHint')} editing={edit}>
      <Index each={edit.draft.lines}>
        {(line, n) => (
          <NoticeFields line={line()} n={n + 1} onChange={(part) => change(n, part)} onRemove={() => remove(n)} />
        )}
      </Index>
      <p class="row">
        <Button onClick={add}>{t('addNotice')}</Button>
      </p>
    </PartFrame>
  )
}

interface NoticeFieldsProps {
  line: Line
  n: number
  onChange: (part: Partial<Line>) => void
  onRemove: () => void
}

function NoticeFields(props: NoticeFieldsProps) {
  return (
    <fieldset class={style.item}>
      <legend>{t('notice', props.n)}</legend>
      <TextField
        label={t('noticeTitle')}
        name="title"
        maxLength={200}
        dir="auto"
        value={props.line.title}
        onInput={(title) => props.onChange({ title })}
      />
      <TextArea
        label={t('noticeText')}
        name="text"
        rows={3}
        dir="auto"
        value={props.line.text}
        onInput={(text) => props.onChange({ text })}
      />
      <Preview text={props.line.text} />
      <TextArea
        label={t('domains')}
        hint={t('domainsHint')}
        name="domains"
        rows={2}
        autocapitalize="off"
        spellcheck={false}
        value={props.line.domains}
        onInput={(domains) => props.onChange({ domains })}
      />
      <Tick name="shown" checked={props.line.shown} onChange={(shown) => props.onChange({ shown })}>
        {t('shown')}
      </Tick>
      <p class="hang">
        <Button kind="quiet" onClick={() => props.onRemove()}>
          {t('removeNotice', props.n)}
        </Button>
      </p>
    </fieldset>
  )
}
