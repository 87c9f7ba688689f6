import type { MetaFunction } from "@remix-run/node";

export const meta: MetaFunction = () => [{ title: "Greenroom" }];

export default function Home() {
  return (
    <main>
      <h1>Greenroom</h1>
      <p>
        Plan a livestream with children and young people, and be told what still keeps it from being safe.
      </p>
    </main>
  );
}
