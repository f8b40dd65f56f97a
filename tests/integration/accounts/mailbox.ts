import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** A mail server of the test's own: it speaks as much SMTP as nodemailer asks for, and keeps what it gets. */
export class Mailbox {
  readonly #mails: string[] = [];
  readonly #waiting: ((mail: string) => void)[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => this.#talk(socket));
  }

  static async open(): Promise<Mailbox> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Mailbox(server);
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}?ignoreTLS=true`;
  }

  /** The next mail, decoded; waits for it. */
  next(): Promise<string> {
    const mail = this.#mails.shift();
    return mail === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(mail);
  }

  close(): void {
    this.#server.close();
  }

  #talk(socket: Socket): void {
    let text = '';
    let mail: string | null = null;
    socket.setEncoding('utf8').write('220 test\r\n');
    socket.on('data', (chunk: string) => {
      text += chunk;
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (mail === null) {
          if (line === 'DATA') mail = '';
          socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n');
        } else if (line === '.') {
          this.#deliver(decode(mail));
          mail = null;
          socket.write('250 kept\r\n');
        } else {
          mail += `${line}\n`;
        }
      }
    });
    socket.on('error', () => socket.destroy());
  }

  #deliver(mail: string): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(mail);
    else this.#mails.push(mail);
  }
}

/** Headers as they came, then the body in plain text. */
function decode(mail: string): string {
  const split = mail.indexOf('\n\n');
  const [head, body] = [mail.slice(0, split), mail.slice(split + 2)];
  if (/content-transfer-encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString()}`;
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return mail;
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number(`0x${hex}`)));
  return `${head}\n\n${Buffer.from(bytes, 'latin1').toString()}`;
}
