/// <summary>Publishes the services when the app is installed. Services belong to the environment, not to a company.</summary>
codeunit 50108 "BCS Install"
{
    Access = Internal;
    Subtype = Install;

    trigger OnInstallAppPerDatabase()
    var
        WebServices: Codeunit "BCS Web Services";
    begin
        WebServices.PublishAll();
    end;
}
