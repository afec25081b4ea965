import { useState } from 'react'
import { Button } from '../button.tsx'
import { Checkbox, Radio, RadioGroup, Switch } from '../choice.tsx'
import { ComboBox } from '../combo-box.tsx'
import { TextArea, TextField } from '../field.tsx'
import { FileDrop } from '../file-drop.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page-header.tsx'
import { Select } from '../select.tsx'

const origins = [
  { id: 'told', label: 'Told us' },
  { id: 'observed', label: 'Observed', note: 'On our website or in our app' },
  { id: 'bought', label: 'Bought' },
]

/** What can be filled in. */
export function GalleryForm() {
  const [code, choose] = useState<string | null>(null)
  return (
    <Section title="Filling in">
      <div className="grid gap-10 md:grid-cols-2">
        <Form onSubmit={() => undefined}>
          <TextField
            name="name"
            label="Name of the study"
            description="What you suspect, in a few words."
            isRequired
          />
          <TextField
            name="mail"
            label="E-mail"
            defaultValue="not a mail"
            error="This is no e-mail address: it needs an @."
          />
          <TextArea name="note" label="Note" placeholder="What struck you?" />
          <Select name="origin" label="Origin" options={origins} isRequired />
          <ComboBox
            label="Code"
            options={origins}
            value={code}
            onChange={choose}
            onCreate={() => undefined}
          />
          <Button type="submit" look="primary">
            Create study
          </Button>
        </Form>
        <div className="flex flex-col gap-6">
          <RadioGroup label="Mode" defaultValue="behaviour" isRequired>
            <Radio value="behaviour" description="What have they done, and why?">
              Behaviour
            </Radio>
            <Radio value="feedback" description="What do they think of something you show?">
              Feedback
            </Radio>
          </RadioGroup>
          <div>
            <Checkbox defaultSelected description="They can withdraw it at any time.">
              Quotes may be shown
            </Checkbox>
            <Checkbox isIndeterminate>Some of them</Checkbox>
            <Checkbox isDisabled>Not offered</Checkbox>
          </div>
          <div>
            <Switch defaultSelected>Live</Switch>
            <Switch>Paused</Switch>
          </div>
          <FileDrop
            label="Drop a customer file here"
            description="CSV, Excel or JSON lines"
            onFiles={() => undefined}
          />
        </div>
      </div>
    </Section>
  )
}
