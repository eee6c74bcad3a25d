namespace Foldstream;

/// <summary>A type that handles events, as an event model knows it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its full name, such as <c>Bank.Account</c>.</param>
/// <param name="Category">The category of its streams, or the one that it reads; null where it reads every category.</param>
/// <param name="Handles">The stored names that it has handlers for.</param>
/// <param name="Ignores">The stored names that it sets aside by <see cref="IgnoresAttribute{TEvent}"/>.</param>
public sealed record HandlingType(
    HandlingKind Kind, string Name, string? Category, IReadOnlyList<string> Handles, IReadOnlyList<string> Ignores);
