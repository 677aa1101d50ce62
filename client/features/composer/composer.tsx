import { createSignal, createUniqueId, type JSX, onMount, Show } from 'solid-js'
import type { ScheduledStatus, Status } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { loadSession, session, warningWord } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live.tsx'
import { toast } from '../../ui/toast.tsx'
import { Completes } from '../completion/completes.tsx'
import { FirstWords } from '../rules/first-words.tsx'
import { GateNotice } from '../rules/notice.tsx'
import { noteUseful } from '../shell/installing.ts'
import style from './composer.module.css'
import type { Draft, DraftContext } from './draft.ts'
import { EmojiButton } from './emoji-button.tsx'
import { Failure } from './failure.tsx'
import { LanguageHint } from './language-hint.tsx'
import { LastBar, POST_KEYS } from './last-bar.tsx'
import { LaterPart } from './later-part.tsx'
import { takingFiles } from './picking.ts'
import { PictureButton, PicturesPart } from './pictures-part.tsx'
import { PollButton, PollPart } from './poll-part.tsx'
import { Reminder, reminder } from './reminder.tsx'
import { ariaKeys, isShortcut, shownKeys } from './shortcut.ts'
import { type Bounds, UNBOUND } from './visibility.ts'
import { WarningPanel } from './warning-panel.tsx'
import { Wonder } from './wonder.tsx'
import { type Writing, writing } from './writing.ts'

const t = texts(composer)

const CW_KEYS = 'Mod+Shift+X'

interface ComposerProps {
  accountId: string
  context: DraftContext
  start: Draft
  bounds?: Bounds
  inReplyTo?: string
  /** One's own post that is edited; who sees it stays as it is. */
  editing?: string
  /** A post that the new one quotes. */
  quoting?: string
  /** What the box is called, and what its text is. */
  label: string
  textLabel: string
  placeholder?: string
  focus?: boolean
  /** A line directly over the button that posts. */
  hint?: JSX.Element
  /** With it, there is a word to close the box; what was written stays. */
  onClose?: () => void
  onPosted?: (status: Status) => void
  /** What is said once it is posted, instead of who sees it. */
  said?: string
  /** Who sees it, in words, where there is nothing to choose. */
  seenBy?: string
  /** It is for one of those who run the place: they can be written to before the rules are accepted. */
  toStaff?: boolean
  /** Why this box does not take what stands in it. */
  refuses?: (text: string) => string | undefined
}

/** The box to write in, or why one cannot yet. */
export function Composer(props: ComposerProps) {
  return (
    <Show when={session()?.accepted_rules || props.toStaff} fallback={<GateNotice />}>
      <Box {...props} />
    </Show>
  )
}

/** The text, directly below it `CW` at the start, then who may see it, and Post. */
function Box(props: ComposerProps) {
  const panelId = createUniqueId()
  const { box, setArea, focusText, toggleWarning, warnOf, submit, remind, insert } = composing(props, panelId)
  // a post that quotes has no pictures and no poll
  const adds = () => props.quoting === undefined
  return (
    <>
      <Failure of={box} editing={props.editing !== undefined} />
      <form
        class={style.composer}
        aria-label={props.label}
        onKeyDown={(event) => onKeys(event, { toggleWarning, submit, close: props.onClose })}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        {...(adds() ? takingFiles(box.pictures.attach) : {})}
      >
        <TextBox
          ref={setArea}
          writing={box}
          label={props.textLabel}
          placeholder={props.placeholder}
          countId={`${panelId}-count`}
        />
        <FirstBar writing={box} panelId={panelId} onToggle={toggleWarning} onEmoji={insert} adds={adds()} />
        <Wonder writing={box} onWarn={warnOf} />
        <LanguageHint writing={box} />
        <Show when={box.draft.warned}>
          <WarningPanel
            id={panelId}
            writing={box}
            carried={props.start.warned}
            onOff={toggleWarning}
            onDone={focusText}
          />
        </Show>
        <PicturesPart writing={box} onEmpty={focusText} />
        <PollPart writing={box} editing={props.editing !== undefined} onTakenOff={focusText} />
        <LaterPart writing={box} onNow={focusText} />
        {props.hint}
        <Reminder of={remind} onPost={() => box.send()} />
        <LastBar writing={box} onClose={props.onClose} editing={props.editing !== undefined} seenBy={props.seenBy} />
      </form>
      <Show when={isFirst(props.inReplyTo) && box.draft.text.trim() !== ''}>
        <FirstWords isReply={props.inReplyTo !== undefined} />
      </Show>
    </>
  )
}

/** Whether this would be the person’s first post here, or their first reply. */
const isFirst = (inReplyTo: string | undefined) =>
  session()?.account?.statuses_count === 0 || (inReplyTo !== undefined && session()?.first_reply === true)

/** What the box does: it keeps the draft, and moves the focus to what was opened and back. */
function composing(props: ComposerProps, panelId: string) {
  let area: HTMLTextAreaElement | undefined
  const focusText = () => area?.focus()
  const { accountId, context, start, bounds = UNBOUND, inReplyTo, editing, quoting, refuses } = props
  const onPosted = (status: Status) => {
    toast(props.said ?? (editing ? t('saved') : t('postedTo')[status.visibility]))
    noteUseful()
    if (isFirst(inReplyTo)) loadSession().catch(() => undefined)
    if (props.onPosted) props.onPosted(status)
    else focusText()
  }
  const onKept = ({ scheduled_at: at }: ScheduledStatus) => {
    toast(t('kept', at))
    ;(props.onClose ?? focusText)()
  }
  const box = writing({ accountId, context, start, bounds, inReplyTo, editing, quoting, refuses, onPosted, onKept })
  onMount(() => {
    // After a change of page the heading takes the focus first.
    if (props.focus) requestAnimationFrame(() => focusAtEnd(area))
  })
  const remind = reminder(box)
  const toggleWarning = () => {
    const warned = !box.draft.warned
    box.change({ warned })
    announce(warned ? t('cwOpened') : t('cwClosed'))
    if (warned) queueMicrotask(() => document.getElementById(panelId)?.querySelector('input')?.focus())
    else focusText()
  }
  return {
    box,
    remind,
    focusText,
    setArea: (element: HTMLTextAreaElement) => {
      area = element
    },
    toggleWarning,
    warnOf: (warning: string) => {
      box.change({ warning })
      if (!box.draft.warned) toggleWarning()
    },
    insert: (text: string) => insertIn(area, text),
    submit: () => {
      const why = box.why()
      if (why) announce(why, 'urgent')
      else if (!remind.stops()) box.send()
    },
  }
}

/** Puts a word where the cursor stands, apart from what stands before it. */
function insertIn(area: HTMLTextAreaElement | undefined, text: string): void {
  if (!area) return
  const { selectionStart: from, selectionEnd: to, value } = area
  const before = /(^|\s)$/.test(value.slice(0, from)) ? '' : ' '
  area.setRangeText(`${before}${text} `, from, to, 'end')
  area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  area.focus()
}

interface Keys {
  toggleWarning: () => void
  submit: () => void
  close: (() => void) | undefined
}

function onKeys(event: KeyboardEvent, { toggleWarning, submit, close }: Keys): void {
  const act = isShortcut(event, CW_KEYS) ? toggleWarning : isShortcut(event, POST_KEYS) ? submit : undefined
  if (act) event.preventDefault()
  act?.()
  const inMenu = event.target instanceof Element && event.target.closest('[popover]') !== null
  if (event.key === 'Escape' && !inMenu && !event.isComposing) close?.()
}

function focusAtEnd(area: HTMLTextAreaElement | undefined): void {
  area?.focus()
  area?.setSelectionRange(area.value.length, area.value.length)
}

interface TextBoxProps {
  ref: (element: HTMLTextAreaElement) => void
  writing: Writing
  label: string
  placeholder: string | undefined
  countId: string
}

function TextBox(props: TextBoxProps) {
  const [field, setField] = createSignal<HTMLTextAreaElement>()
  return (
    <>
      <textarea
        ref={(element) => {
          props.ref(element)
          setField(element)
        }}
        class={style.text}
        aria-label={props.label}
        aria-describedby={props.countId}
        placeholder={props.placeholder}
        dir="auto"
        lang={props.writing.draft.language}
        rows="3"
        value={props.writing.draft.text}
        readOnly={props.writing.busy()}
        onInput={(event) => props.writing.change({ text: event.currentTarget.value })}
      />
      <Completes field={field()} />
    </>
  )
}

/** Directly below the text: `CW` at the start, how much room is left at the end. */
function FirstBar(props: {
  writing: Writing
  panelId: string
  onToggle: () => void
  onEmoji: (text: string) => void
  adds: boolean
}) {
  return (
    <div class={style.bar}>
      <Button
        class={style.cw}
        data-cw
        aria-pressed={props.writing.draft.warned}
        aria-expanded={props.writing.draft.warned}
        aria-controls={props.panelId}
        title={t('cwTitle', shownKeys(CW_KEYS))}
        aria-keyshortcuts={ariaKeys(CW_KEYS)}
        onClick={props.onToggle}
      >
        {warningWord()}
      </Button>
      <Show when={props.adds}>
        <PictureButton writing={props.writing} />
        <PollButton writing={props.writing} />
      </Show>
      <EmojiButton onPick={props.onEmoji} />
      <span
        class={`${style.count} ${style.end}`}
        id={`${props.panelId}-count`}
        data-over={props.writing.left() < 0 ? '' : undefined}
      >
        {t('left', props.writing.left())}
      </span>
    </div>
  )
}
