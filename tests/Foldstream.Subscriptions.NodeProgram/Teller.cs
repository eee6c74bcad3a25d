namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>Writes each event that it handles into the log of its process.</summary>
[Subscription("teller", Of = typeof(Tally))]
internal sealed partial class Teller(HandledLog log)
{
    private void Handle(MarkMade e, EventContext context) => log.Write(context);
}
