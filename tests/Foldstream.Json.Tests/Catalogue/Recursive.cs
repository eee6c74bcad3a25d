using System.Text.Json.Serialization;

namespace Foldstream.Json.Tests;

public sealed record Node(int Number, Node? Next);

public sealed class Branch
{
    public string Name { get; init; } = "branch";

    public IReadOnlyList<Branch> Branches { get; init; } = [];

    public Dictionary<string, Branch?>? Named { get; init; }
}

[JsonDerivedType(typeof(Constant), "constant")]
[JsonDerivedType(typeof(Sum), "sum")]
[JsonDerivedType(typeof(Negation), "negation")]
public abstract record Term;

public sealed record Constant(decimal Value) : Term;

public sealed record Sum(Term Left, Term Right) : Term;

public sealed record Negation(Term Of) : Term;

public sealed record Ring(Loop? Loop);

public sealed record Loop(Ring[] Rings);

[Event("recursive")]
public sealed record Recursive(Node Node, Branch Branch, Term Term, Ring Ring, Box<Node> Box);

[Event("recursive-event")]
public sealed record RecursiveEvent(int Number, RecursiveEvent? Before, List<RecursiveEvent> Others);
