namespace Foldstream;

/// <summary>What a store knows of a projection.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lifecycle">How its documents are kept up to date.</param>
/// <param name="Fingerprint">The fold fingerprint under which its documents were built.</param>
/// <param name="BuiltAt">When they were begun, or took the place of others after a rebuild.</param>
public sealed record ProjectionState(string Name, Lifecycle Lifecycle, string Fingerprint, DateTimeOffset BuiltAt);
