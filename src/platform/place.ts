/** Where an event is. `point` in GCJ-02, as WeChat's map takes it. */
export interface Place { name: string; note?: string | undefined; point: { latitude: number; longitude: number } | null }
