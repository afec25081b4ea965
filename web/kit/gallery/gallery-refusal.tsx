import { useState } from 'react'
import { Button } from '../button.tsx'
import { TextField } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page-header.tsx'
import { ProblemError } from '../problem.ts'

/** A form that is sent, refused because of one of its fields, and sent again. */
export function GalleryRefusal() {
  const [problem, refuse] = useState<ProblemError>()
  const [times, count] = useState(0)
  return (
    <Section title="Refused">
      <Form
        problem={problem}
        onSubmit={async ({ mail = '' }) => {
          count((before) => before + 1)
          refuse(undefined)
          await Promise.resolve()
          if (mail.endsWith('@example.org')) return
          refuse(
            new ProblemError({
              id: 'bad-body',
              status: 400,
              title: '',
              detail: '',
              fields: { mail: refusal },
            }),
          )
        }}
      >
        <TextField name="mail" label="Address at work" isRequired />
        <TextField name="note" label="Remark" />
        <Button type="submit" look="primary">
          Send
        </Button>
        <output>{`Sent ${times} times`}</output>
      </Form>
    </Section>
  )
}

const refusal = { code: '', params: {}, message: 'Only addresses at example.org are let in.' }
