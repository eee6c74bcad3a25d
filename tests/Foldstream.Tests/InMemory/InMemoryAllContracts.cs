namespace Foldstream.Tests;

public sealed class InMemoryAllContracts : AllContracts<InMemoryEventStore>;
