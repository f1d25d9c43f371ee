/** What people answered to an event's own questions, for the staff of its host; kept nowhere on this device. */
import { answersToQuestions } from '#contract/registrations/answers'
import { fetchStore } from './fetched'

export const useAnswers = fetchStore(answersToQuestions)
