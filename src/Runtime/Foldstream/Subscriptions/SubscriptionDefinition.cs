namespace Foldstream;

/// <summary>What a subscriber or projector is called and what it wants to read; generated.</summary>
/// <param name="Name">The name, in kebab-case.</param>
/// <param name="Category">The category that it reads; null for every category.</param>
/// <param name="EventNames">The stored names of the events that it handles: nothing else is read for it.</param>
/// <param name="TakesBatches">Whether its handler takes whole batches.</param>
public sealed record SubscriptionDefinition(string Name, string? Category, IReadOnlyList<string> EventNames, bool TakesBatches = false);
