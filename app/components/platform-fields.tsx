import { answerWords, donationWords, featureWords, kindWords } from "~/forms/platform-form";
import { Checkboxes, Tick } from "./checkboxes";
import { choicesOf } from "./choices-of";
import { DateInput } from "./date-input";
import { Section } from "./page-heading";
import { Radios, YesNo } from "./radios";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

const AGE_HINT = "A number or “none”. Leave it empty if you do not know.";

/** Everything that an organisation can know of a platform mode. */
export function PlatformFields() {
  return (
    <>
      <Section heading="What it is">
        <TextField name="name" label="Name" hint="With the way you use it, for example YouTube – private" />
        <TextField name="service" label="Who runs it?" />
        <Radios name="kind" label="What kind of platform is it?" choices={choicesOf(kindWords)} />
      </Section>
      <Section heading="How old people have to be">
        <TextField name="account" label="To have an account" hint={AGE_HINT} width={5} />
        <TextField name="terms" label="To take part at all, also as a guest" hint={AGE_HINT} width={5} />
        <TextField name="goLive" label="To start a stream" hint={AGE_HINT} width={5} />
        <TextField
          name="onCamera"
          label="To be on camera without an adult in sight"
          hint={AGE_HINT}
          width={5}
        />
        <DateInput
          name="from"
          label="If you changed an age, from which day does it apply?"
          hint="Sessions before that day are judged by the old age. Leave it empty to put a mistake right."
          optional
        />
        <TextField
          name="source"
          label="Which page of the platform says so?"
          hint="Its address. It is kept with what you changed."
          spellCheck={false}
          optional
        />
        <YesNo name="parentAccountAllowed" label="May younger people join through a parent’s account?" />
      </Section>
      <Section heading="Audience and money">
        <Radios
          name="restrictsAudience"
          label="Can you decide who watches?"
          hint="By a login, a password, a waiting room or a list. A link that is only hard to guess does not count."
          choices={choicesOf(answerWords)}
        />
        <Radios name="donations" label="Does it ask viewers for money?" choices={choicesOf(donationWords)} />
      </Section>
      <Section heading="Access and reporting">
        <Checkboxes name="offers" label="What does it offer?" choices={choicesOf(featureWords)} optional />
        <Tick name="offersComplete" label="I have looked: it does not offer the others" />
        <TextField
          name="reportRoute"
          label="How do you report offensive or abusive content on it?"
          hint="For example, Report user, under the three dots"
          optional
        />
        <TextArea name="note" label="What else should planners know?" optional />
      </Section>
    </>
  );
}
