using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Whether a stored object without a member is refused: what its type or its default can do without is not missed, nor what may not have been written.</summary>
internal static class JsonRequired
{
    public static bool Is(JsonMember member) => member.Marks.IsRequired
        || (!CanBeNull(TypeOf(member)) && !member.Marks.MayBeAbsent && member.Setting switch
        {
            JsonMemberSetting.Computed => false,
            JsonMemberSetting.Parameter => !member.Parameter!.HasExplicitDefaultValue,
            _ => member.Property.IsRequired,
        });

    /// <summary>The type of what is read: a property and its parameter may be annotated differently, and the reader gives what the constructor takes.</summary>
    public static ITypeSymbol TypeOf(JsonMember member) => member.Parameter?.Type ?? member.Property.Type;

    public static bool CanBeNull(ITypeSymbol type) => type.IsReferenceType
        ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
