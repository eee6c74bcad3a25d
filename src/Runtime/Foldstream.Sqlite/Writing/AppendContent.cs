using System.Buffers;

namespace Foldstream.Sqlite;

/// <summary>The content of an append's events, encoded one after the other in one buffer that is used again.</summary>
internal sealed class AppendContent
{
    private const int LargestKept = 64 * 1024;

    private readonly List<int> ends = [];
    private ArrayBufferWriter<byte> buffer = new();

    /// <summary>The content of an event, by its place in the append.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var begin = index == 0 ? 0 : ends[index - 1];
            return buffer.WrittenSpan[begin..ends[index]];
        }
    }

    public void Add(EventData item)
    {
        item.WriteData(buffer);
        ends.Add(buffer.WrittenCount);
    }

    public void Clear()
    {
        ends.Clear();
        if (buffer.Capacity > LargestKept)
            buffer = new ArrayBufferWriter<byte>();
        else
            buffer.ResetWrittenCount();
    }
}
