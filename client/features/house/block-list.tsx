import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { house } from '../../locales/en/house.ts'
import { houseBlocks } from '../../locales/en/house-blocks.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line, Lines } from '../people/line.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(houseBlocks)
const h = texts(house)

interface BlockListProps<Item> {
  what: 'ip' | 'domain' | 'address' | 'name'
  path: string
  /** The field of the form, and what else is sent with it. */
  field: string
  more: () => object
  /** Further fields of the form. */
  fields?: JSX.Element
  line: (item: Item) => { name: string; hint: string }
  /** What is shown before it is done, and confirmed then. Without, it is done at once. */
  look?: (text: string) => Promise<() => JSX.Element>
}

/** One kind of blocks: what is shut out, and a form for more. */
export function BlockList<Item extends { id: string }>(props: BlockListProps<Item>) {
  const id = createUniqueId()
  const list = listed<Item>(() => props.path)
  const words = () => t(props.what)
  const [text, setText] = createSignal('')
  const [seen, setSeen] = createSignal<() => JSX.Element>()
  const write = (words: string) => {
    setText(words)
    setSeen(undefined)
  }
  const adding = submitting(async () => {
    if (props.look && !seen()) {
      const show = await props.look(text().trim())
      return void setSeen(() => show)
    }
    await send('POST', props.path, { [props.field]: text().trim(), ...props.more() })
    write('')
    toast(t('added'))
    list.reload()
  })
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{words().title}</h2>
      <p class="hint">{words().text}</p>
      <Form label={words().title} onSubmit={adding.run}>
        <TextField
          label={words().field}
          hint={words().hint}
          error={fieldReason(adding.error(), props.field)}
          value={text()}
          onInput={write}
          autocomplete="off"
          spellcheck={false}
        />
        {props.fields}
        <div role="status">{seen()?.()}</div>
        <Failed error={adding.error()} what={h('notDone')} />
        <p class="row">
          <Button type="submit" busy={adding.busy()}>
            {props.look && !seen() ? t('look1') : t('add')}
            <span class="sr"> {words().title}</span>
          </Button>
        </p>
      </Form>
      <Show when={list.items()?.length !== 0} fallback={<p class="hint">{words().empty}</p>}>
        <Lines from={list} empty="" emptyText="">
          <For each={list.items()}>
            {(item) => <BlockLine {...props.line(item)} id={item.id} path={props.path} list={list} />}
          </For>
        </Lines>
      </Show>
    </section>
  )
}

interface LineProps<Item extends { id: string }> {
  id: string
  name: string
  hint: string
  path: string
  list: Listed<Item>
}

function BlockLine<Item extends { id: string }>(props: LineProps<Item>) {
  const removing = submitting(async () => {
    const { id } = props
    await send('DELETE', `${props.path}/${id}`)
    props.list.change((items) => items.filter((one) => one.id !== id))
    toast(t('takenOff'))
  })
  return (
    <Line
      first=""
      acts={
        <Button kind="quiet" busy={removing.busy()} onClick={() => removing.run()}>
          {t('takeOff')}
          <span class="sr"> {props.name}</span>
        </Button>
      }
    >
      <p>
        <code>{props.name}</code>
      </p>
      <p class="hint" dir="auto">
        {props.hint}
      </p>
      <Failed error={removing.error()} what={h('notDone')} />
    </Line>
  )
}
