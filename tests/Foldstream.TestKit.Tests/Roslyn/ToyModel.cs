namespace Foldstream.TestKit.Tests;

internal sealed record ToyModel(string Name, bool IsNested, string Properties);
