import { LinkButton } from "~/components/button";
import { Card, Facts } from "~/components/card";
import { InsetText, WarningText } from "~/components/callout";
import { EmptyState } from "~/components/empty-state";
import { FilterPanel } from "~/components/filter-panel";
import { HeroAction, PageHeading, Section } from "~/components/page-heading";
import { Pagination } from "~/components/pagination";
import { PrintSheet } from "~/components/print-sheet";
import { Select } from "~/components/select";
import { StatusTag } from "~/components/status-tag";
import { SummaryList } from "~/components/summary-list";
import { Table } from "~/components/table";
import { TaskList } from "~/components/task-list";
import { TextField } from "~/components/text-field";
import { TextLink } from "~/components/text-link";
import { Timeline } from "~/components/timeline";
import { statusWords, type SessionStatus } from "~/domain/session/status";

type Row = { title: string; when: string; where: string; people: number; status: SessionStatus };
const rows: Row[] = [
  {
    title: "Ask us anything",
    when: "Thu 10 December 2026, 5pm",
    where: "YouTube, private",
    people: 5,
    status: "not_ready",
  },
  {
    title: "Careers Q&A",
    when: "Wed 16 December 2026, 4pm",
    where: "Teams, meeting",
    people: 5,
    status: "draft",
  },
  {
    title: "Open evening",
    when: "Tue 15 December 2026, 6:30pm",
    where: "YouTube, public",
    people: 4,
    status: "waiting_for_sign_off",
  },
  {
    title: "New Year plans",
    when: "Thu 3 December 2026, 5pm",
    where: "Zoom, meeting",
    people: 8,
    status: "sign_off_suspended",
  },
  {
    title: "Quiz hour",
    when: "Fri 11 December 2026, 5pm",
    where: "Zoom, meeting",
    people: 6,
    status: "signed_off",
  },
  {
    title: "Halloween special",
    when: "Sat 31 October 2026, 6pm",
    where: "Zoom, meeting",
    people: 7,
    status: "recorded_late",
  },
];
const EVERY = Object.keys(statusWords) as SessionStatus[];

export function SessionsPage() {
  return (
    <>
      <PageHeading title="Sessions" lead="Each shows whether it would be ready at its own start." />
      <HeroAction>
        <LinkButton to="/sessions/new">Plan a session</LinkButton>
      </HeroAction>
      <Section heading="Planned">
        <FilterPanel
          values={{ status: "not_ready", q: "" }}
          chips={[{ label: "Not ready", without: "/sessions" }]}
          clear="/sessions"
        >
          <TextField name="q" label="Title contains" />
          <Select
            name="status"
            label="Status"
            empty="Any"
            options={[{ value: "not_ready", label: "Not ready" }]}
          />
          <Select
            name="when"
            label="When"
            empty="Any time"
            options={[{ value: "week", label: "This week" }]}
          />
        </FilterPanel>
        <Table
          caption="Planned sessions"
          hiddenCaption
          rows={rows}
          rowKey={({ title }) => title}
          columns={[
            { heading: "Session", cell: ({ title }) => <TextLink to="/sessions/1">{title}</TextLink> },
            { heading: "When", cell: ({ when }) => when },
            { heading: "Where", cell: ({ where }) => where },
            { heading: "Young people", cell: ({ people }) => people, numeric: true },
            { heading: "Status", cell: ({ status }) => <StatusTag status={status} /> },
          ]}
        />
        <Pagination page={2} pages={5} to={(page) => `/sessions?page=${page}`} />
      </Section>
      <Section heading="Every status">
        <p className="app-heading__tags">
          {EVERY.map((status) => (
            <StatusTag key={status} status={status} />
          ))}
        </p>
      </Section>
    </>
  );
}

export function TasksPage() {
  return (
    <>
      <PageHeading title="Your tasks" lead="3 things need you. The most urgent comes first." />
      <div className="app-columns">
        <div>
          <Card title="Ask us anything" to="/sessions/1" level={2} tag={<StatusTag status="not_ready" />}>
            <Facts facts={["Thursday 10 December 2026, 5pm", "YouTube, private"]} />
            <p className="govuk-body">
              2 things to put right. The first: Milo is too young for this platform.
            </p>
          </Card>
          <Card
            title="New Year plans"
            to="/sessions/2"
            level={2}
            tag={<StatusTag status="sign_off_suspended" />}
          >
            <Facts facts={["Thursday 3 December 2026, 5pm", "Zoom, meeting"]} />
            <p className="govuk-body">
              Someone changed their mind. Turn recording off, and it is signed off again.
            </p>
          </Card>
        </div>
        <Card title="Coming up" level={2}>
          <p className="govuk-body">
            <TextLink to="/sessions/3">Quiz hour</TextLink>
            <br />
            <span className="app-muted">Friday 11 December, 5pm</span>
          </p>
        </Card>
      </div>
      <Section heading="Waiting for your sign-off">
        <EmptyState
          title="Nothing needs you"
          action={<LinkButton to="/sessions/new">Plan a session</LinkButton>}
        >
          When a colleague marks a session ready, it appears here.
        </EmptyState>
      </Section>
    </>
  );
}

export function SessionPage() {
  return (
    <PrintSheet reference="Lanternmoor Youth Advice · session LYA-0042 · printed 2 December 2026 at 4:30pm">
      <PageHeading
        caption="Sessions"
        title="Ask us anything"
        tags={<StatusTag status="draft" />}
        lead="Thursday 10 December 2026, 5pm to 5:40pm · YouTube, private"
      />
      <WarningText>Sign-off lapsed. Amina changed the platform on 2 December at 4:10pm.</WarningText>
      <TaskList
        tasks={[
          { name: "Details", to: "/a", status: "completed" },
          {
            name: "Platform and privacy",
            to: "/b",
            status: "problem",
            hint: "YouTube was last reviewed in May.",
          },
          { name: "Adults", to: "/c", status: "incomplete", hint: "Needs 1 more observer" },
          { name: "Participants and consent", to: "/d", status: "incomplete" },
          { name: "Anything else worth knowing", to: "/d2", status: "optional" },
          {
            name: "Check and mark ready",
            to: null,
            status: "cannot_start_yet",
            hint: "2 things are still to put right.",
          },
        ]}
      />
      <Section heading="Check your answers">
        <SummaryList
          rows={[
            {
              key: "Title",
              value: "Ask us anything",
              actions: [{ text: "Change", to: "/a", about: "the title" }],
            },
            {
              key: "When",
              value: "Thursday 10 December 2026, 5pm to 5:40pm (UK time)",
              actions: [{ text: "Change", to: "/a", about: "the time" }],
            },
            {
              key: "Place",
              value: null,
              actions: [
                { text: "Add", to: "/a", about: "the place" },
                { text: "Say why not", to: "/b", about: "there is no place" },
              ],
            },
            { key: "Planned by", value: "Amina Farrow" },
          ]}
        />
      </Section>
      <InsetText>NSPCC, as quoted by Youth Access: “Film in an open, appropriate place.”</InsetText>
      <Section heading="What happened">
        <Timeline
          items={[
            {
              id: "3",
              title: "Sign-off lapsed",
              by: "Amina Farrow",
              at: "2 December 2026 at 4:10pm",
              dateTime: "2026-12-02T16:10Z",
              body: "The platform changed from Zoom meeting to YouTube, private.",
            },
            {
              id: "2",
              title: "Signed off",
              by: "Idris Marrowby",
              at: "1 December 2026 at 9:32am",
              dateTime: "2026-12-01T09:32Z",
            },
            {
              id: "1",
              title: "Marked ready",
              by: "Amina Farrow",
              at: "30 November 2026 at 2:05pm",
              dateTime: "2026-11-30T14:05Z",
            },
          ]}
        />
      </Section>
    </PrintSheet>
  );
}
