namespace Foldstream.Generators;

/// <summary>Compares what is stored of an event with what was: by structure, so that types in code may be renamed.</summary>
internal sealed class SchemaComparison
{
    private readonly EventSchema before;
    private readonly EventSchema after;
    private readonly List<SchemaDifference> differences = [];
    private readonly HashSet<(string Before, string After)> compared = [];

    private SchemaComparison(EventSchema before, EventSchema after)
    {
        this.before = before;
        this.after = after;
    }

    /// <summary>The differences; nothing where none matters to what is stored.</summary>
    public static IReadOnlyList<SchemaDifference> Compare(EventSchema before, EventSchema after)
    {
        var comparison = new SchemaComparison(before, after);
        comparison.CompareMembers("", before.Members, after.Members);
        return comparison.differences;
    }

    private void CompareMembers(string path, EquatableArray<SchemaMember> old, EquatableArray<SchemaMember> now)
    {
        SchemaMember[] added = [.. now.Where(member => Find(old, member.Name) is null)];
        foreach (var member in old)
        {
            if (Find(now, member.Name) is { } same)
                CompareMember(Join(path, member.Name), member, same);
            else if (member.IsComputed)
                Add(SchemaChange.ComputedMemberChanged, Join(path, member.Name));
            else
                Add(SchemaChange.MemberRemoved, Join(path, member.Name), Rename(member, added));
        }

        foreach (var member in added)
            Add(member.IsRequired ? SchemaChange.MemberNewlyRequired : SchemaChange.MemberAdded, Join(path, member.Name));
    }

    // Where one member went and one of the same type came, that is most likely what was done.
    private static string Rename(SchemaMember removed, SchemaMember[] added)
    {
        var alike = Array.FindAll(added, member => !member.IsComputed && member.Value.Type == removed.Value.Type);
        return alike.Length == 1 ? $" (to '{alike[0].Name}', it seems)" : "";
    }

    private void CompareMember(string path, SchemaMember old, SchemaMember now)
    {
        if (!old.Marks.Equals(now.Marks))
            Add(SchemaChange.MarksChanged, path);
        if (now.IsComputed)
        {
            if (!old.IsComputed)
                Add(SchemaChange.MemberNoLongerRead, path);
            else if (Compare(old.Value, now.Value))
                Add(SchemaChange.ComputedMemberChanged, path);
            return;
        }

        // It was always written, so that it may well be required.
        if (old.IsComputed)
            Add(SchemaChange.ComputedMemberChanged, path);
        else if (old.IsRequired != now.IsRequired && !FollowsFromNull(old, now))
            Add(now.IsRequired ? SchemaChange.MemberNewlyRequired : SchemaChange.MemberNoLongerRequired, path);
        CompareValue(path, old.Value, now.Value);
    }

    // What can be null is not required, which is no second change.
    private static bool FollowsFromNull(SchemaMember old, SchemaMember now) =>
        now.IsRequired ? old.Value.IsNullable && !now.Value.IsNullable : !old.Value.IsNullable && now.Value.IsNullable;

    /// <summary>Whether a value differs at all, which is all that is to be known of a computed one.</summary>
    private bool Compare(SchemaValue old, SchemaValue now)
    {
        var inner = new SchemaComparison(before, after);
        inner.CompareValue("", old, now);
        return inner.differences.Count > 0;
    }

    private void CompareValue(string path, SchemaValue old, SchemaValue now)
    {
        if (old.IsNullable && !now.IsNullable)
            Add(SchemaChange.MemberNoLongerNullable, path);
        if (!old.IsNullable && now.IsNullable)
            Add(SchemaChange.MemberNowNullable, path);
        CompareType(path, old.Type, now.Type);
    }

    private void CompareType(string path, SchemaType old, SchemaType now)
    {
        switch (old, now)
        {
            case (ListSchema oldList, ListSchema nowList):
                CompareValue(path + "[]", oldList.Element, nowList.Element);
                break;
            case (MapSchema oldMap, MapSchema nowMap):
                CompareType(path + "[key]", oldMap.Key, nowMap.Key);
                CompareValue(path + "[]", oldMap.Value, nowMap.Value);
                break;
            case (NamedSchema oldNamed, NamedSchema nowNamed):
                CompareDefinition(path, before.Find(oldNamed.Name)!, after.Find(nowNamed.Name)!);
                break;
            default:
                if (old != now)
                    Add(SchemaChange.MemberRetyped, path, $"from '{old}' to '{now}'");
                break;
        }
    }

    private void CompareDefinition(string path, SchemaDefinition old, SchemaDefinition now)
    {
        // A type that holds itself, or that stands at several places, is looked at once.
        if (!compared.Add((old.Name, now.Name)))
            return;
        switch (old, now)
        {
            case (ObjectDefinition oldObject, ObjectDefinition nowObject):
                CompareMembers(path, oldObject.Members, nowObject.Members);
                break;
            case (EnumDefinition oldEnum, EnumDefinition nowEnum):
                CompareEnum(path, oldEnum, nowEnum);
                break;
            case (UnionDefinition oldUnion, UnionDefinition nowUnion):
                CompareUnion(path, oldUnion, nowUnion);
                break;
            default:
                Add(SchemaChange.MemberRetyped, path, $"from {Kind(old)} to {Kind(now)}");
                break;
        }
    }

    private void CompareEnum(string path, EnumDefinition old, EnumDefinition now)
    {
        foreach (var member in old.Members.Except(now.Members, StringComparer.Ordinal))
            Add(SchemaChange.EnumMemberRemoved, path, member);
        foreach (var member in now.Members.Except(old.Members, StringComparer.Ordinal))
            Add(SchemaChange.EnumMemberAdded, path, member);
        if (old.IsFlags != now.IsFlags)
            Add(old.IsFlags ? SchemaChange.EnumNoLongerFlags : SchemaChange.EnumNowFlags, path);
    }

    private void CompareUnion(string path, UnionDefinition old, UnionDefinition now)
    {
        if (old.Discriminator != now.Discriminator)
            Add(SchemaChange.DiscriminatorChanged, path, $"from '{old.Discriminator}' to '{now.Discriminator}'");
        foreach (var @case in old.Cases)
        {
            if (now.Cases.FirstOrDefault(candidate => candidate.Value == @case.Value) is { } same)
                CompareType(path, @case.Type, same.Type);
            else
                Add(SchemaChange.CaseRemoved, path, @case.Value);
        }

        foreach (var @case in now.Cases.Where(candidate => old.Cases.All(known => known.Value != candidate.Value)))
            Add(SchemaChange.CaseAdded, path, @case.Value);
    }

    private static string Kind(SchemaDefinition definition) => definition switch
    {
        EnumDefinition => "an enum",
        UnionDefinition => "one of several objects",
        _ => "an object",
    };

    private static SchemaMember? Find(EquatableArray<SchemaMember> members, string name) => members.FirstOrDefault(member => member.Name == name);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Add(SchemaChange change, string path, string detail = "") => differences.Add(new SchemaDifference(change, path, detail));
}
