import { type JSX, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { Steps } from '../../ui/steps.tsx'
import { NarrowPage } from '../shell/narrow.tsx'

const t = texts(join)

interface JoinPageProps {
  /** Counted from 0; without it the page stands beside the three steps. */
  step?: number
  title: string | undefined
  children: JSX.Element
}

/** The frame of the three steps: how far along one is, and a calm way out. */
export function JoinPage(props: JoinPageProps) {
  const title = () => {
    const { step, title: name } = props
    return step === undefined || name === undefined ? name : t('stepTitle', step + 1, name)
  }
  return (
    <NarrowPage
      title={title()}
      out={{ href: '/about', text: t('leave') }}
      foot={
        <p>
          {t('notForYou')} <a href="/local">{t('readWithout')}</a>
        </p>
      }
    >
      <Show when={props.step !== undefined}>
        <Steps label={t('steps')} names={t('stepNames')} at={props.step ?? 0} done={t('done')} />
      </Show>
      {props.children}
    </NarrowPage>
  )
}
