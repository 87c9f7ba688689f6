import { titled } from "~/components/document-title";
import { PageHeading } from "~/components/page-heading";

export const handle = titled("Your tasks");

export default function Home() {
  return (
    <PageHeading
      title="Greenroom"
      lead="Plan a livestream with children and young people, and be told what still keeps it from being safe."
    />
  );
}
