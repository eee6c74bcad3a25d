using System.Globalization;

namespace Foldstream.TestKit;

/// <summary>An event that a subscriber handled in another process.</summary>
/// <param name="Node">The process.</param>
/// <param name="Number">The how manieth it was there.</param>
/// <param name="Partition">The partition that it came through.</param>
/// <param name="Taking">For which taking of that partition, and so under which token.</param>
/// <param name="Stream">The id of its stream.</param>
/// <param name="Version">Its version in the stream.</param>
/// <param name="Event">Its id.</param>
internal sealed record HandledMark(string Node, int Number, int Partition, int Taking, string Stream, long Version, Guid Event)
{
    public static HandledMark Read(string node, int number, string line)
    {
        var parts = line.Split(' ');
        return new HandledMark(
            node, number, NumberOf(parts[0]), NumberOf(parts[1]), parts[2], NumberOf(parts[3]), Guid.Parse(parts[4]));
    }

    private static int NumberOf(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
