namespace Foldstream;

/// <summary>Names a node for those who look at leases.</summary>
internal static class NodeName
{
    /// <summary>The name that was given; else machine, process, and a part that tells two runs of one process apart.</summary>
    public static string Of(SubscriptionContext context) =>
        context.Run.Node ?? $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.CreateVersion7(context.Clock.GetUtcNow()).ToString("N")[20..]}";
}
