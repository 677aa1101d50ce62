import { texts } from '../../lib/i18n.ts'
import { setup } from '../../locales/en/setup.ts'
import { Choices, TextArea, Tick } from '../../ui/field.tsx'
import { StepFrame, type StepProps } from './step-frame.tsx'

const t = texts(setup)

/** Where the server stands: written by its owner, and published only when the owner says so. */
export function HostingStep(props: StepProps) {
  return (
    <StepFrame {...props} step={3} title={t('hostingTitle')} lede={t('hostingLede')}>
      {(wrong) => (
        <>
          <TextArea
            label={t('hosting')}
            name="hosting"
            rows={6}
            dir="auto"
            value={props.draft.hosting}
            onInput={(hosting) => props.change({ hosting })}
            error={wrong('text')}
          />
          <Choices legend={t('hostingChoice')}>
            <Tick
              type="radio"
              name="publish"
              value="yes"
              checked={props.draft.publishHosting === true}
              onChange={() => props.change({ publishHosting: true })}
              hint={t('hostingPublishHint')}
            >
              {t('hostingPublish')}
            </Tick>
            <Tick
              type="radio"
              name="publish"
              value="no"
              checked={props.draft.publishHosting === false}
              onChange={() => props.change({ publishHosting: false })}
              hint={t('hostingLeaveHint')}
              error={wrong('published')}
            >
              {t('hostingLeave')}
            </Tick>
          </Choices>
        </>
      )}
    </StepFrame>
  )
}
