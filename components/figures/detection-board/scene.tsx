/** A drawing of 60 × 40 pixels: two sailing boats, one before the other, and a lighthouse. */
export function Scene() {
  return (
    <g className="detection-scene">
      <rect className="detection-sky" width={60} height={40} />
      <path className="detection-far" d="M0 26C8 23 15 24 22 26Z" />
      <path className="detection-tower" d="M50 12H54L55.5 33H48.5Z" />
      <path className="detection-lamp" d="M49.5 9H54.5V12H49.5Z" />
      <path className="detection-roof" d="M49 9L52 6L55 9Z" />
      <path className="detection-sea" d="M0 26Q7.5 25 15 26T30 26T45 26T60 26V40H0Z" />
      <path className="detection-rock" d="M45 35C46 31 49 30 52 31C56 30 58 32 59 35Z" />
      <g className="detection-first">
        <path d="M17 8V26H8Z" />
        <path d="M18 11L25 26H18Z" />
        <path className="detection-hull" d="M7 27H29L26 31H10Z" />
      </g>
      <g className="detection-second">
        <path d="M29 9V25H21Z" />
        <path d="M30 12L38 25H30Z" />
        <path className="detection-hull" d="M19 26H41L38 30.5H22Z" />
      </g>
    </g>
  );
}
