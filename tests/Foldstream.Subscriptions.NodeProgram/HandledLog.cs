using System.Text;

namespace Foldstream.Subscriptions.NodeProgram;

/// <summary>A file of what was handled, one line an event: partition, its taking, stream, version, id. A line that is written outlives the process.</summary>
internal sealed class HandledLog(string path) : IDisposable
{
    // Without a buffer: what was written is the system's, whatever becomes of this process.
    private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly Lock gate = new();

    public void Write(EventContext context)
    {
        var line = $"{PartitionTaking.Current} {context.Stream.Id} {context.Version} {context.Id}\n";
        lock (gate)
            file.Write(Encoding.UTF8.GetBytes(line));
    }

    public void Dispose() => file.Dispose();
}
