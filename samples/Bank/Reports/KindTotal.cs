namespace Bank;

/// <summary>How often one kind of movement happened, and what it came to.</summary>
internal sealed record KindTotal(string Kind, int Count, decimal Change);
