namespace Foldstream.Generators;

/// <summary>One difference between two schemas of an event.</summary>
/// <param name="Change">What changed.</param>
/// <param name="Path">The way there: <c>lines[].price</c>.</param>
/// <param name="Detail">What else is to be said, by the change: two types, the name of an enum's member, …</param>
internal sealed record SchemaDifference(SchemaChange Change, string Path, string Detail = "")
{
    /// <summary>Whether what was stored cannot be read any more, or means something else.</summary>
    public bool IsBreaking => Change < SchemaChange.FirstAddition;

    /// <summary>The name of the event's own member in which it is.</summary>
    public string Member => Path.Split('.', '[')[0];

    public override string ToString() => Change switch
    {
        SchemaChange.MemberRemoved => $"member '{Path}' was removed or renamed{Detail}",
        SchemaChange.MemberRetyped => $"member '{Path}' was retyped, {Detail}",
        SchemaChange.MemberNewlyRequired => $"member '{Path}' is newly required",
        SchemaChange.MemberNoLongerNullable => $"member '{Path}' can no longer be null",
        SchemaChange.MemberNoLongerRead => $"member '{Path}' is computed now, and what was stored of it is lost",
        SchemaChange.EnumMemberRemoved => $"'{Detail}', which '{Path}' may hold, was removed or renamed",
        SchemaChange.EnumNoLongerFlags => $"the enum of '{Path}' lost its [Flags], so that combined values cannot be read",
        SchemaChange.DiscriminatorChanged => $"the discriminator of '{Path}' was changed, {Detail}",
        SchemaChange.CaseRemoved => $"the case '{Detail}' of '{Path}' was removed or renamed",
        SchemaChange.MemberAdded => $"member '{Path}' was added",
        SchemaChange.MemberNoLongerRequired => $"member '{Path}' is no longer required",
        SchemaChange.MemberNowNullable => $"member '{Path}' may be null",
        SchemaChange.EnumMemberAdded => $"'{Detail}' was added to what '{Path}' may hold",
        SchemaChange.EnumNowFlags => $"the enum of '{Path}' became [Flags]",
        SchemaChange.CaseAdded => $"the case '{Detail}' of '{Path}' was added",
        SchemaChange.ComputedMemberChanged => $"the computed member '{Path}' changed",
        SchemaChange.MarksChanged => $"the marks of member '{Path}' changed",
        _ => throw new InvalidOperationException($"Nobody describes {Change}."),
    };
}
