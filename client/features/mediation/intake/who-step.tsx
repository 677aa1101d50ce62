import { createSignal, For, type JSX, Show } from 'solid-js'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { Choices, Tick } from '../../../ui/field.tsx'
import { Day } from '../due.tsx'
import type { AboutWhom } from './about-whom.ts'
import { StepFrame } from './step-frame.tsx'

const t = texts(intake)

/** How many posts a request can name. */
const MOST = 10

interface WhoProps {
  about: AboutWhom
  /** What was picked before. */
  picked?: readonly string[] | undefined
  save: (part: { account_id: string; status_ids: string[] }) => Promise<void>
  children?: JSX.Element
}

/** The first step: with whom, and about which posts. */
export function WhoStep(props: WhoProps) {
  const [picked, setPicked] = createSignal<readonly string[]>(props.picked ?? props.about.picked)
  const name = () => props.about.account.display_name || props.about.account.username
  const go = submitting(() => props.save({ account_id: props.about.account.id, status_ids: [...picked()] }))
  const pick = (id: string, on: boolean) => setPicked((now) => (on ? [...now, id] : now.filter((one) => one !== id)))
  return (
    <StepFrame
      title={t('whoTitle', name())}
      lede={t('whoLede')}
      submit={go}
      back={undefined}
      why={picked().length > MOST ? t('tooManyPosts', MOST) : undefined}
    >
      <Show when={props.about.posts.length > 0} fallback={<p>{t('noPosts')}</p>}>
        <Choices legend={t('posts')} hint={t('postsHint', MOST)}>
          <For each={props.about.posts}>
            {(post) => (
              <Tick
                name="status_ids"
                value={post.id}
                checked={picked().includes(post.id)}
                onChange={(on) => pick(post.id, on)}
                hint={
                  <>
                    {post.mine ? t('byYou') : t('byThem', name())} <Day at={post.at} />
                  </>
                }
              >
                <span dir="auto">{post.text || t('noWords')}</span>
              </Tick>
            )}
          </For>
        </Choices>
      </Show>
      {props.children}
    </StepFrame>
  )
}
