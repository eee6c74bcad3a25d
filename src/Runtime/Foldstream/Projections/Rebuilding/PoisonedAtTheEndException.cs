namespace Foldstream;

/// <summary>An event failed inside the last transaction of a rebuild or of the start of an inline projection: the transaction is given up, and the event handled before the next one.</summary>
internal sealed class PoisonedAtTheEndException(Exception? cause = null)
    : FoldstreamException("An event failed in the last transaction: it is handled before the next one.", cause);
