using System.Text;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads a member of an object.</summary>
internal static class MemberParser
{
    public static MemberModel Parse(JsonMember member, LocalNames locals, ShapeParser shapes)
    {
        var property = member.Property;
        var type = JsonRequired.TypeOf(member);
        var value = shapes.ValueOf(type, property);
        var isRequired = JsonRequired.Is(member);
        return new MemberModel(
            TypeNames.Escape(property.Name),
            property.Name,
            GeneratedFile.Literal(member.JsonName),
            Encoding.UTF8.GetByteCount(member.JsonName),
            TypeNames.QualifiedNullable(type),
            locals.Take(CamelCase.Of(property.Name)),
            isRequired || IsOptional(member) ? locals.Take($"has{property.Name}") : null,
            member.Parameter is { HasExplicitDefaultValue: true } parameter ? DefaultLiteral.Of(parameter) : InitialOf(type),
            value.IsNullable ? value with { NullableType = TypeNames.QualifiedNullable(type) } : value,
            value.Form != ValueForm.Shape && type.IsReferenceType && !IsAnnotated(type),
            SettingOf(member.Setting),
            WritingOf(member),
            member.IsRead,
            isRequired,
            IsInitialized(member),
            TypeNames.QualifiedPresent(property.ContainingType),
            EventShape.IsGeneric(property.ContainingType));
    }

    // Keeps what its initializer gave it where it is absent.
    private static bool IsOptional(JsonMember member) =>
        member.Setting is JsonMemberSetting.Setter or JsonMemberSetting.Init && !member.Property.IsRequired;

    private static bool IsInitialized(JsonMember member) => member.Property is { IsRequired: true, SetMethod: not null };

    private static bool IsAnnotated(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated;

    private static string InitialOf(ITypeSymbol type) =>
        !type.IsReferenceType ? "default" : IsAnnotated(type) ? "null" : "null!";

    private static MemberSetting SettingOf(JsonMemberSetting setting) => setting switch
    {
        JsonMemberSetting.Parameter => MemberSetting.Constructor,
        JsonMemberSetting.Setter => MemberSetting.Setter,
        JsonMemberSetting.Init => MemberSetting.Init,
        _ => MemberSetting.Computed,
    };

    private static MemberWriting WritingOf(JsonMember member) => member.Marks.Ignoring switch
    {
        JsonIgnoring.WhenWriting => MemberWriting.Never,
        JsonIgnoring.WhenWritingNull => MemberWriting.WhenNotNull,
        JsonIgnoring.WhenWritingDefault => IsPlainValue(member.Property.Type) ? MemberWriting.WhenNotDefault : MemberWriting.WhenNotNull,
        _ => MemberWriting.Always,
    };

    private static bool IsPlainValue(ITypeSymbol type) => !type.IsReferenceType && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;
}
