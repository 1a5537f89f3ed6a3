import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

/** A ZooKeeper of our own on loopback: replicated tables agree there on what they hold. */
export interface LocalZookeeper {
  readonly port: number;
  stop(): Promise<void>;
}

/** Where Debian's package `zookeeper` has it. */
const CLASS_PATH = '/usr/share/java/zookeeper.jar';
const MAIN = 'org.apache.zookeeper.server.ZooKeeperServerMain';

/** A server that was killed holds its replica until its session ends: two ticks at least, and tests wait for it. */
const TICK_MS = 500;
/** Java takes 1 s to start on an idle machine; a busy one gets this much. */
const BOOT_MS = 60_000;
/** What is asked while it starts it may take, and never answer. */
const ANSWER_MS = 1000;

/** Starts ZooKeeper with its files in `home`; resolves when it serves. */
export async function startZookeeper(home: string, port: number): Promise<LocalZookeeper> {
  const data = path.join(home, 'data');
  mkdirSync(data, { recursive: true });
  const config = path.join(home, 'zoo.cfg');
  const settings = [
    `tickTime=${TICK_MS}`,
    `dataDir=${data}`,
    'clientPortAddress=127.0.0.1',
    `clientPort=${port}`,
    'admin.enableServer=false',
  ];
  writeFileSync(config, `${settings.join('\n')}\n`);
  const server = spawn('java', ['-Xmx128m', '-cp', `${home}:${CLASS_PATH}`, MAIN, config], {
    stdio: 'ignore',
    cwd: home,
  });
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
  };
  const giveUpMs = performance.now() + BOOT_MS;
  while (!(await isServing(port))) {
    if (server.pid === undefined || server.exitCode !== null || performance.now() > giveUpMs) {
      await stop();
      throw new Error('ZooKeeper did not start.');
    }
    await setTimeout(50);
  }
  return { port, stop };
}

/** Whether it serves: its port is open some time before. Spec: ZooKeeper Administrator's Guide, `srvr`. */
async function isServing(port: number): Promise<boolean> {
  const socket = createConnection({ port, host: '127.0.0.1' });
  socket.setTimeout(ANSWER_MS, () => socket.destroy());
  try {
    socket.end('srvr');
    return /^Mode: /m.test(await text(socket));
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
