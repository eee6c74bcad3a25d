using System.Text;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the contract of an object.</summary>
internal static class ObjectParser
{
    public static ObjectModel Parse(JsonObject type, ShapeParser shapes)
    {
        var locals = new LocalNames();
        var pairs = type.Contract.Members.Select(member => (member, model: Parse(member, locals, shapes))).ToList();
        return new ObjectModel(
            TypeNames.Qualified(type.Symbol),
            type.Symbol.IsReferenceType,
            type.Contract.Constructor!.Parameters.Select(parameter => LocalOf(parameter, pairs)).ToEquatableArray(),
            pairs.Select(pair => pair.model).ToEquatableArray());
    }

    private static MemberModel Parse(JsonMember member, LocalNames locals, ShapeParser shapes)
    {
        var property = member.Property;
        // The two may be annotated differently, and the local is what the constructor takes.
        var type = member.Parameter?.Type ?? property.Type;
        var value = shapes.ValueOf(type);
        var isRequired = IsRequired(member, type);
        return new MemberModel(
            TypeNames.Escape(property.Name),
            property.Name,
            GeneratedFile.Literal(member.JsonName),
            Encoding.UTF8.GetByteCount(member.JsonName),
            TypeNames.QualifiedNullable(type),
            locals.Take(CamelCase.Of(property.Name)),
            isRequired || IsOptional(member) ? locals.Take($"has{property.Name}") : null,
            member.Parameter is { HasExplicitDefaultValue: true } parameter ? DefaultLiteral.Of(parameter) : InitialOf(type),
            value,
            value.Form != ValueForm.Shape && type.IsReferenceType && !IsAnnotated(type),
            SettingOf(member.Setting),
            isRequired,
            IsInitialized(member));
    }

    private static string LocalOf(IParameterSymbol parameter, List<(JsonMember Member, MemberModel Model)> pairs) =>
        pairs.Find(pair => SymbolEqualityComparer.Default.Equals(pair.Member.Parameter, parameter)).Model.Local;

    // What its type or its default can do without is not missed.
    private static bool IsRequired(JsonMember member, ITypeSymbol type) => !CanBeNull(type) && member.Setting switch
    {
        JsonMemberSetting.Computed => false,
        JsonMemberSetting.Parameter => !member.Parameter!.HasExplicitDefaultValue,
        _ => member.Property.IsRequired,
    };

    // Keeps what its initializer gave it where it is absent.
    private static bool IsOptional(JsonMember member) =>
        member.Setting is JsonMemberSetting.Setter or JsonMemberSetting.Init && !member.Property.IsRequired;

    private static bool IsInitialized(JsonMember member) => member.Property is { IsRequired: true, SetMethod: not null };

    private static bool CanBeNull(ITypeSymbol type) => type.IsReferenceType
        ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

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
}
