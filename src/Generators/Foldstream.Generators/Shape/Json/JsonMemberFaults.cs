using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What stands in the way of writing and reading a property.</summary>
internal static class JsonMemberFaults
{
    public static IEnumerable<JsonFault> Of(JsonMember member) =>
    [
        .. JsonAttributes.FaultsOf(member.Property, member.Property, JsonAttributes.OfMembers),
        .. OfProperty(member),
        .. OfIgnoring(member),
        .. OfRequired(member),
    ];

    private static IEnumerable<JsonFault> OfProperty(JsonMember member)
    {
        if (member.Property.ReturnsByRef || member.Property.ReturnsByRefReadonly)
            yield return new(member.Property, "returns a reference", "return the value");
        if (member.Setting == JsonMemberSetting.Computed && member.Marks is { IsWritten: true, IsRead: true } && JsonMembers.HoldsValue(member.Property))
            yield return new(member.Property, "would be written, but never read", "give it an init accessor or a constructor parameter, compute it with '=>', or leave it out with [JsonIgnore]");
        if (!Utf16.IsWellFormed(member.JsonName))
            yield return new(member.Property, "has a JSON name that is no text: it holds half a surrogate pair", "give it a name of whole characters");
    }

    private static IEnumerable<JsonFault> OfIgnoring(JsonMember member)
    {
        if (member.Marks.Ignoring == JsonIgnoring.WhenWritingNull && !CanBeNull(member.Property.Type))
            yield return new(member.Property, "is left out when it is null, which it can never be", "use JsonIgnoreCondition.WhenWritingDefault");
        // System.Text.Json reads it all the same.
        if (member.Marks.Ignoring == JsonIgnoring.WhenReading && member.Setting == JsonMemberSetting.Parameter)
            yield return new(member.Property, "is ignored when it is read, and is a parameter of the constructor", "declare it as a property with an init accessor");
    }

    private static IEnumerable<JsonFault> OfRequired(JsonMember member)
    {
        var isRequired = member.Marks.IsRequired || member.Property.IsRequired;
        if (isRequired && !member.Marks.IsRead)
            yield return new(member.Property, "is required, and ignored when it is read", "remove [JsonIgnore], or do not require it");
        else if (member.Marks.IsRequired && member.Setting == JsonMemberSetting.Computed)
            yield return new(member.Property, "is marked with [JsonRequired], and never read", "remove [JsonRequired], or give it an init accessor");
        else if (member.Marks is { IsRequired: true, MayBeAbsent: true })
            yield return new(member.Property, "is marked with [JsonRequired], and may be left out when it is written", "remove [JsonRequired] or [JsonIgnore]");
    }

    private static bool CanBeNull(ITypeSymbol type) => type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
