import Ask from './Ask.astro'
import Beside from './Beside.astro'
import Note from './Note.astro'
import Pitfall from './Pitfall.astro'
import Pitfalls from './Pitfalls.astro'
import Question from './Question.astro'
import Right from './Right.astro'
import SelfCheck from './SelfCheck.astro'
import Try from './Try.astro'
import Wrong from './Wrong.astro'

/** What an answer may use besides Markdown and figures. */
export default { Ask, Beside, Note, Pitfall, Pitfalls, Question, Right, SelfCheck, Try, Wrong }
