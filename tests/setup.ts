import { installedBrowser } from "./browser/chromium.ts";

/** Installs Chromium where no browser is found and the system's packages can be used. */
async function installChromium(): Promise<void> {
  for (
    const args of [["update"], [
      "install",
      "-y",
      "--no-install-recommends",
      "chromium",
    ]]
  ) {
    const command = new Deno.Command("apt-get", {
      args,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    const { success } = await command.spawn().status;
    if (!success) Deno.exit(1);
  }
}

if (await installedBrowser() === null) {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) {
    Deno.stderr.writeSync(
      new TextEncoder().encode(
        "The tests drive a browser: install Chromium or Chrome and run them again.\n",
      ),
    );
    Deno.exit(1);
  }
  await installChromium();
}
