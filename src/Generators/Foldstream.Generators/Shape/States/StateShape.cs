using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What the state of a projection or aggregate is made of: every field of the type and of its base types that <c>[JsonIgnore]</c> does not leave out.</summary>
/// <remarks>Who listens to a C# event is no state: it does not follow from what is stored.</remarks>
internal sealed record StateShape(INamedTypeSymbol Class) : JsonType(Class)
{
    /// <summary>The nested class that writes and reads the state.</summary>
    public const string JsonClass = "StateJson";

    private static readonly string[] Honoured =
        [JsonAttributes.PropertyName, JsonAttributes.Ignore, JsonAttributes.Required, JsonAttributes.Converter, JsonAttributes.PropertyOrder, JsonAttributes.Include];

    /// <summary>The members, those of the type before those of its base types.</summary>
    public IReadOnlyList<StateMember> Members { get; } =
    [
        .. JsonMembers.BasesOf(Class).Prepend(Class)
            .SelectMany(level => level.GetMembers().OfType<IFieldSymbol>())
            .Where(field => field is { IsStatic: false, IsConst: false } && GeneratedCode.IsWrittenByUser(field.AssociatedSymbol ?? field))
            .Select(StateMember.Of)
            .Where(member => !member.IsIgnored),
    ];

    public override IEnumerable<JsonPart> Parts => Members.Select(member => new JsonPart(member.Type, member.Symbol.Name, member.Symbol));

    public override IEnumerable<JsonFault> Faults => [.. OfBases(), .. Members.SelectMany(OfMember)];

    /// <summary>The members that have the JSON name of an earlier one, each with that one.</summary>
    public IEnumerable<(StateMember Member, StateMember Earlier)> Collisions => Members
        .GroupBy(member => member.JsonName, StringComparer.Ordinal)
        .SelectMany(group => group.Skip(1).Select(member => (member, group.First())));

    /// <summary>All that stands in the way of keeping the state; nothing where it can be kept.</summary>
    public IReadOnlyList<JsonProblem> FindProblems(JsonTypes types)
    {
        var walk = new JsonProblemWalk(Class, types);
        walk.Visit(this);
        return walk.Problems;
    }

    /// <summary>Whether all of it can be written and read.</summary>
    public bool IsServable(JsonTypes types) => !Collisions.Any() && FindProblems(types).Count == 0;

    // The compiler does not show the private fields of another assembly.
    private IEnumerable<JsonFault> OfBases() => JsonMembers.BasesOf(Class)
        .Where(level => level.DeclaringSyntaxReferences.IsEmpty)
        .Take(1)
        .Select(level => new JsonFault(null, $"inherits from '{level.Name}' of another assembly, whose private state cannot be seen here", "declare that base class in this project, or hold it in a member of a type that can be stored"));

    private IEnumerable<JsonFault> OfMember(StateMember member)
    {
        foreach (var fault in JsonAttributes.FaultsOf(member.Symbol, member.Symbol, Honoured))
            yield return fault;
        if (JsonMarks.Of(member.Symbol).Ignoring != JsonIgnoring.Never)
            yield return new(member.Symbol, "is left out under a condition, and state is kept as a whole", "remove the condition");
        if (!Utf16.IsWellFormed(member.JsonName))
            yield return new(member.Symbol, "has a JSON name that is no text: it holds half a surrogate pair", "give it a name of whole characters");
        if (member.IsPublic && member.JsonName.StartsWith("$", StringComparison.Ordinal) && Class.Find(KnownTypes.ProjectionAttribute) is not null)
            yield return new(member.Symbol, $"has the JSON name '{member.JsonName}', and names that begin with '$' are those of the fields that every document has", "give it another name");
        if (EventShape.IsGeneric(member.Symbol.ContainingType) && !(member.IsReadFrom(Class) && member.IsSetFrom(Class)))
            yield return new(member.Symbol, $"belongs to the generic type '{member.Symbol.ContainingType.Name}', where generated code of '{Class.Name}' cannot set it", "make it protected, a property with its setter and a field without readonly");
    }
}
