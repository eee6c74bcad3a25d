namespace Foldstream.Generated.Tests;

[Event("line-added")]
internal readonly record struct LineAddedV1(int Number);

[Event("line-added", Version = 2)]
internal readonly record struct LineAdded(string Article, int Count)
{
    [Upcast]
    internal static LineAdded From(LineAddedV1 old) => new($"A{old.Number}", checked(int.MaxValue - old.Number + 1));
}
