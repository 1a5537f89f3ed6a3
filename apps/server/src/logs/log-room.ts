/** Log formats, stores and ClickHouse's client: loaded when somebody first asks for logs, which on many servers is never. */
export const logRoom = async () => await import('@harrier/logs');
