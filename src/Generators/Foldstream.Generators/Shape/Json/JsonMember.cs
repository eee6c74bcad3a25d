using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>How a member gets its value when an object is read.</summary>
internal enum JsonMemberSetting
{
    /// <summary>Not at all: it is computed from others.</summary>
    Computed,

    Parameter,
    Setter,
    Init,
}

/// <summary>A property as a member of a JSON object.</summary>
/// <param name="Property">The property.</param>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Parameter">The constructor's parameter of the same name and type; null where there is none.</param>
/// <param name="Setting">How it gets its value.</param>
/// <param name="Marks">What its attributes say.</param>
internal sealed record JsonMember(IPropertySymbol Property, string JsonName, IParameterSymbol? Parameter, JsonMemberSetting Setting, JsonMarks Marks)
{
    public bool IsRead => Marks.IsRead && Setting != JsonMemberSetting.Computed;

    public static JsonMember Of(IPropertySymbol property, IMethodSymbol? constructor)
    {
        var parameter = constructor?.Parameters.FirstOrDefault(candidate => JsonConstructor.Sets(candidate, property));
        var marks = JsonMarks.Of(property);
        return new(property, marks.Name ?? CamelCase.Of(property.Name), parameter, parameter is null ? SettingOf(property) : JsonMemberSetting.Parameter, marks);
    }

    private static JsonMemberSetting SettingOf(IPropertySymbol property) => property.SetMethod switch
    {
        { DeclaredAccessibility: Accessibility.Public, IsInitOnly: true } => JsonMemberSetting.Init,
        { DeclaredAccessibility: Accessibility.Public } => JsonMemberSetting.Setter,
        _ => JsonMemberSetting.Computed,
    };
}
