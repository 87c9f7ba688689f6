import { expect, test, vi } from "vitest";
import { runCommandLine } from "./command-line";
import type { AddCommand } from "./command-line";

const weigh: AddCommand = (program, exit) => {
  program
    .command("weigh <thing>")
    .description("Weighs a thing.")
    .action((thing: string) => exit(thing.length));
};

test("a command is run and its exit code handed on", async () => {
  expect(await runCommandLine([weigh], ["weigh", "stone"])).toBe(5);
});

test("an unknown command exits 2 and says so", async () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await runCommandLine([weigh], ["backup", "file"])).toBe(2);
  expect(errors).toHaveBeenCalledWith(expect.stringContaining("unknown command 'backup'"));
  errors.mockClear();
});

test.each([[[]], [["--help"]], [["help"]]])("%j shows the commands and exits 0", async (words) => {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  expect(await runCommandLine([weigh], words)).toBe(0);
  expect(written.mock.calls.join()).toContain("Weighs a thing.");
});

test.each([[["weigh"]], [["weigh", "stone", "--twice"]], [["--loud"]]])(
  "%j cannot be used and exits 2",
  async (words) => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(await runCommandLine([weigh], words)).toBe(2);
  },
);
