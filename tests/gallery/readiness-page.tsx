import { HeroAction, Hero, PageHeading, Section } from "~/components/page-heading";
import { LinkButton } from "~/components/button";
import { Fold } from "~/components/details";
import { ReadinessRow, ReadinessRows } from "~/components/readiness-row";
import { BreaksOn, ReadinessSummary } from "~/components/readiness-summary";
import { StatusTag } from "~/components/status-tag";
import { Breadcrumbs } from "~/components/back-link";

const counts = { notMet: 2, notAnswered: 1, needsAgreement: 1, met: 27, accepted: 0, notApplicable: 4 };

export function ReadinessPage() {
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: "Sessions", to: "/sessions" },
          { label: "Ask us anything", to: "/sessions/1" },
        ]}
      />
      <Hero
        aside={
          <ReadinessSummary counts={counts}>
            <BreaksOn breaksOn={null} holds goodThrough="15 December 2026" />
          </ReadinessSummary>
        }
      >
        <PageHeading
          tags={<StatusTag status="not_ready" />}
          title="Ask us anything"
          lead="Thursday 10 December 2026, 5pm to 5:40pm · YouTube, private · 5 young people"
        />
        <p className="app-lead">
          <b>3 things to put right</b> before it can be marked ready.
        </p>
        <HeroAction>
          <LinkButton to="#r08">Put the first one right</LinkButton>
        </HeroAction>
      </Hero>
      <Section heading="Put right">
        <ReadinessRows>
          <ReadinessRow
            id="r08"
            tone="not_met"
            heading="Milo is too young for this platform"
            why="Milo will be 12 on 10 December. YouTube accounts are for 13 and over. A parent’s agreement does not change that."
            fixes={[
              { text: "Let Milo watch with you in the room", to: "/a" },
              { text: "Choose another platform", to: "/b" },
              { text: "Move the session to 11 December or later", to: "/c" },
            ]}
            source={[
              "NSPCC: check age limits (do)",
              "YouTube’s terms, checked 1 October 2026 by Petra Hollowell",
              "R08",
            ]}
          />
          <ReadinessRow
            tone="not_met"
            heading="Jory has not agreed to be recorded"
            why="The session is set to be recorded. Jory said yes to taking part and no to a recording."
            fixes={[
              { text: "Turn recording off", to: "/a" },
              { text: "let Jory join off camera", to: "/b" },
            ]}
            source={[
              "NSPCC: do you have consent to take part? (consider)",
              "required by your organisation",
              "R30",
            ]}
          />
          <ReadinessRow
            tone="not_answered"
            heading="Nobody has said where you will film"
            why="The place is not recorded yet."
            fixes={[{ text: "Say where you will film", to: "/a" }]}
            source={["NSPCC: film in an open, appropriate place (do)", "R13"]}
          />
        </ReadinessRows>
      </Section>
      <Section heading="Needs agreement">
        <ReadinessRows>
          <ReadinessRow
            tone="ask"
            heading="Anyone could watch this stream"
            why="“Open to all families.” Idris Marrowby is asked to accept this reason when signing off."
            source={["NSPCC: can you limit who watches? (consider)", "R28"]}
          />
        </ReadinessRows>
      </Section>
      <Section heading="Worth a look">
        <ReadinessRows>
          <ReadinessRow
            tone="warns"
            heading="The session lasts longer than 45 minutes"
            why="It is set for 60 minutes. Young people may tire; a break helps."
            source={["Greenroom’s default", "B08"]}
          />
        </ReadinessRows>
      </Section>
      <Section heading="Met">
        <ReadinessRows>
          <ReadinessRow
            tone="met"
            heading="Two adults, one of them only watching"
            why="Odalys hosts; Tamsin observes; both checks are good past 10 December."
            source={["NSPCC: children’s sessions are watched by suitable adults (do)", "R14"]}
          />
          <ReadinessRow
            tone="accepted"
            heading="The recording may be seen by partners"
            why="Accepted by Idris Marrowby on 22 November 2026: “Only the funder’s two officers.”"
          />
        </ReadinessRows>
        <Fold summary="Show the other 25 that are met">
          <ReadinessRows>
            <ReadinessRow
              tone="met"
              heading="Chat goes to the host only"
              why="Set on 20 November by Amina."
              level={4}
            />
          </ReadinessRows>
        </Fold>
      </Section>
      <Section heading="Does not apply">
        <ReadinessRows>
          <ReadinessRow
            tone="not_applicable"
            heading="What the organiser will do with the recording"
            why="You host this session yourselves."
            source={["NSPCC, only when joining someone else’s livestream", "R33"]}
          />
        </ReadinessRows>
      </Section>
    </>
  );
}
