import { createSignal, type JSX } from 'solid-js'
import type { Submit } from '../../lib/submit.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Failed } from '../shell/failed.tsx'

interface AskedProps {
  act: Submit
  button: string
  title: string
  text: JSX.Element
  yes: string
  no: string
  failed: string
  why?: string
}

/** A button that asks before it does what is hard to take back. */
export function AskedButton(props: AskedProps) {
  const [open, setOpen] = createSignal(false)
  const yes = () => {
    setOpen(false)
    props.act.run()
  }
  return (
    <>
      <Failed error={props.act.error()} what={props.failed} />
      <p class="row">
        <Button kind="danger" busy={props.act.busy()} why={props.why} onClick={() => setOpen(true)}>
          {props.button}
        </Button>
      </p>
      <ConfirmDialog
        open={open()}
        title={props.title}
        yes={props.yes}
        no={props.no}
        onYes={yes}
        onClose={() => setOpen(false)}
      >
        <p>{props.text}</p>
      </ConfirmDialog>
    </>
  )
}
